"""One call with boto3: reads it from stdin, prints the output or the refusal as JSON."""

import json
import sys

import boto3
from botocore.exceptions import ClientError

call = json.load(sys.stdin)
client = boto3.client(call["service"], endpoint_url=call.get("endpoint"))
method = {api: name for name, api in client.meta.method_to_api_mapping.items()}[call["operation"]]
try:
    output = getattr(client, method)(**call.get("input", {}))
except ClientError as error:
    refusal = error.response["Error"]
    print(json.dumps({"code": refusal["Code"], "message": refusal.get("Message", "")}))
    sys.exit()
output.pop("ResponseMetadata")
if "Body" in output:
    output["Body"] = output["Body"].read().decode()
print(json.dumps({"output": output}, default=str))
