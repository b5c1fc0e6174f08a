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


def minimal(shape, name=""):
    """The least that boto3 lets through: required members, shortest values."""
    if shape.type_name == "structure":
        required = shape.members if getattr(shape, "is_tagged_union", False) else shape.required_members
        names = list(required)[:1] if getattr(shape, "is_tagged_union", False) else required
        return {key: minimal(shape.members[key], key) for key in names}
    if shape.type_name == "list":
        return [minimal(shape.member, name)] * max(1, shape.metadata.get("min", 0))
    if shape.type_name == "map":
        return {}
    if shape.type_name == "boolean":
        return True
    if shape.type_name in ("integer", "long", "float", "double"):
        return shape.metadata.get("min", 1)
    if shape.type_name == "timestamp":
        return datetime.datetime(2026, 11, 24, tzinfo=datetime.timezone.utc)
    if shape.type_name == "blob":
        return b"x"
    text = "sample-bucket" if name == "Bucket" else "sample"
    return (shape.enum or [text.ljust(shape.metadata.get("min", 0), "x")])[0]


clients = {}
for line in sys.stdin:
    case = json.loads(line, object_hook=decode)
    key = (case["service"], case["endpoint"])
    if key not in clients:
        clients[key] = client(*key)
    operation = case["operation"]
    given = case["input"]
    if given == "minimal":
        model = clients[key].meta.service_model
        if operation not in model.operation_names:
            print(json.dumps({"Exception": "OperationNotFound"}), flush=True)
            continue
        shape = model.operation_model(operation).input_shape
        given = minimal(shape) if shape else {}
    try:
        answer = clients[key]._make_api_call(operation, given)
    except botocore.exceptions.ClientError as error:
        answer = {**error.response, "Exception": type(error).__name__}
    except botocore.exceptions.BotoCoreError as error:
        answer = {"Exception": type(error).__name__, "Text": str(error)}
    print(json.dumps(answer, default=encode), flush=True)
