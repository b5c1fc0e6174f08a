"""boto3 as a program uses it, with nothing but its environment: a call a line from stdin, an answer a line to stdout."""

import json
import sys

import boto3
from botocore.exceptions import ClientError

session = boto3.Session()
clients = {}

for line in sys.stdin:
    call = json.loads(line)
    service = call["service"]
    client = clients[service] if service in clients else clients.setdefault(service, session.client(service))
    method = {api: name for name, api in client.meta.method_to_api_mapping.items()}[call["operation"]]
    try:
        output = getattr(client, method)(**call["input"])
        answer = {"output": output}
    except ClientError as error:
        answer = {"code": error.response["Error"]["Code"], "message": str(error)}
    except Exception as error:
        answer = {"code": type(error).__name__, "message": str(error)}
    print(json.dumps(answer, default=str), flush=True)
