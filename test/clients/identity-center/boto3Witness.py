"""boto3 as a strict witness of a sign-in: prints the address that a person must open, then goes on when they have."""
import json
import sys
import time

import boto3
from botocore import UNSIGNED
from botocore.config import Config
from botocore.exceptions import ClientError

ENDPOINT, START_URL = sys.argv[1], sys.argv[2]
DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code'


def client(service):
    config = Config(signature_version=UNSIGNED, retries={'max_attempts': 1, 'mode': 'standard'})
    return boto3.client(service, region_name='us-east-1', endpoint_url=ENDPOINT, config=config)


def say(**facts):
    print(json.dumps(facts), flush=True)


def check(name, holds):
    if not holds:
        sys.exit(f'failed: {name}')
    say(ok=name)


def refusal(call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        return error
    sys.exit('failed: it was not refused')


oidc, sso = client('sso-oidc'), client('sso')
errors = oidc.exceptions

wrong = refusal(oidc.register_client, clientName='x', clientType='confidential')
check('InvalidClientMetadataException', isinstance(wrong, errors.InvalidClientMetadataException))
check('its members', wrong.response['error'] == 'invalid_client_metadata')
check('its message, which botocore prints', 'public clients' in str(wrong))

registered = oidc.register_client(
    clientName='boto3', clientType='public', scopes=['sso:account:access']
)
mine = {'clientId': registered['clientId'], 'clientSecret': registered['clientSecret']}
check('ninety days', registered['clientSecretExpiresAt'] - registered['clientIdIssuedAt'] == 7776000)

other = refusal(oidc.start_device_authorization, **mine, startUrl='https://d-0000000000.awsapps.com/start')
check('InvalidRequestException', isinstance(other, errors.InvalidRequestException))
nobody = refusal(oidc.start_device_authorization, clientId='x', clientSecret='y', startUrl=START_URL)
check('InvalidClientException', isinstance(nobody, errors.InvalidClientException))
check('its status', nobody.response['ResponseMetadata']['HTTPStatusCode'] == 401)

device = oidc.start_device_authorization(**mine, startUrl=START_URL)
code = {**mine, 'grantType': DEVICE_GRANT, 'deviceCode': device['deviceCode']}
pending = refusal(oidc.create_token, **code)
check('AuthorizationPendingException', isinstance(pending, errors.AuthorizationPendingException))
check('its description', pending.response['error_description'] == 'Authorization is still pending')
unknown = refusal(oidc.create_token, **{**code, 'deviceCode': 'x'})
check('InvalidGrantException', isinstance(unknown, errors.InvalidGrantException))
refresh = refusal(oidc.create_token, **mine, grantType='refresh_token', refreshToken='x')
check('UnsupportedGrantTypeException', isinstance(refresh, errors.UnsupportedGrantTypeException))

say(open=device['verificationUriComplete'])
for _ in range(60):
    time.sleep(device['interval'])
    try:
        token = oidc.create_token(**code)
        break
    except errors.AuthorizationPendingException:
        continue
else:
    sys.exit('failed: nobody approved')
check('Bearer', token['tokenType'] == 'Bearer' and 28000 < token['expiresIn'] <= 28800)
spent = refusal(oidc.create_token, **code)
check('spent', isinstance(spent, errors.InvalidGrantException))

bearer = {'accessToken': token['accessToken']}
pages = sso.get_paginator('list_accounts').paginate(**bearer, PaginationConfig={'PageSize': 1})
accounts = [account for page in pages for account in page['accountList']]
check('accounts', [each['accountId'] for each in accounts] == ['222222222222', '333333333333'])
roles = sso.list_account_roles(**bearer, accountId='222222222222')['roleList']
check('roles', roles == [{'roleName': 'BucketCreator', 'accountId': '222222222222'}])
given = sso.get_role_credentials(**bearer, accountId='222222222222', roleName='BucketCreator')
given = given['roleCredentials']
check('credentials', 3500 < given['expiration'] / 1000 - time.time() <= 3600)
denied = refusal(sso.get_role_credentials, **bearer, accountId='222222222222', roleName='ReadOnly')
check('ForbiddenException', denied.response['Error'] == {'Code': 'ForbiddenException', 'Message': 'No access'})

session = boto3.Session(
    aws_access_key_id=given['accessKeyId'],
    aws_secret_access_key=given['secretAccessKey'],
    aws_session_token=given['sessionToken'],
    region_name='us-east-1',
)
identity = session.client('sts', endpoint_url=ENDPOINT).get_caller_identity()
check('who they are', identity['Arn'].endswith('/ana@example.com'))

sso.logout(**bearer)
gone = refusal(sso.list_accounts, **bearer)
check('UnauthorizedException', isinstance(gone, sso.exceptions.UnauthorizedException))
say(done=True)
