"""Sends the calls on stdin with boto3, a line of JSON each, and prints what boto3 made of the answers."""
import base64
import datetime
import json
import sys

import boto3
import botocore.exceptions
from botocore.config import Config
from botocore.response import StreamingBody


def decode(value):
    if "$date" in value:
        return datetime.datetime.fromtimestamp(value["$date"], datetime.timezone.utc)
    return base64.b64decode(value["$bytes"]) if "$bytes" in value else value


def encode(value):
    if isinstance(value, datetime.datetime):
        return {"$date": value.timestamp()}
    if isinstance(value, StreamingBody):
        value = value.read()
    return {"$bytes": base64.b64encode(value).decode()}


def client(service, endpoint):
    config = Config(
        retries={"max_attempts": 2, "mode": "standard"},
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        inject_host_prefix=False,
    )
    return boto3.client(
        service,
        endpoint_url=endpoint,
        region_name="eu-west-1",
        aws_access_key_id="AKIAIOSFODNN7EXAMPLE",
        aws_secret_access_key="secret",
        config=config,
    )


clients = {}
for line in sys.stdin:
    case = json.loads(line, object_hook=decode)
    key = (case["service"], case["endpoint"])
    if key not in clients:
        clients[key] = client(*key)
    try:
        answer = clients[key]._make_api_call(case["operation"], case["input"])
    except botocore.exceptions.ClientError as error:
        answer = {**error.response, "Exception": type(error).__name__}
    except botocore.exceptions.BotoCoreError as error:
        answer = {"Exception": type(error).__name__, "Text": str(error)}
    print(json.dumps(answer, default=encode), flush=True)
