"""boto3 on what a bucket can be told: what it cannot read, raises. Prints one line a check; a failed one ends the run."""
import json
import os
import socket
import sys
import urllib.error
import urllib.request

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

ENDPOINT = sys.argv[1]
PORT = ENDPOINT.rsplit(':', 1)[1]
ACCOUNT = os.environ['WITNESS_ACCOUNT']

# Names under `localhost` lead to this machine, whatever its resolver says.
resolve = socket.getaddrinfo
socket.getaddrinfo = lambda host, *rest, **named: resolve(
    '127.0.0.1' if isinstance(host, str) and host.endswith('.localhost') else host, *rest, **named
)


def client(service, endpoint=ENDPOINT, **config):
    return boto3.client(
        service,
        region_name='us-east-1',
        endpoint_url=endpoint,
        aws_access_key_id=os.environ['WITNESS_KEY'],
        aws_secret_access_key=os.environ['WITNESS_SECRET'],
        config=Config(retries={'max_attempts': 1, 'mode': 'standard'}, **config),
    )


def check(name, holds):
    if not holds:
        sys.exit(f'failed: {name}')
    print(f'ok: {name}')


def refusal(call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        return error.response['Error']['Code'], error.response['ResponseMetadata']['HTTPStatusCode']
    return None


def anonymous(path, method='GET', **headers):
    request = urllib.request.Request(f'{ENDPOINT}{path}', method=method, headers=headers)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.read(), dict(answer.headers)
    except urllib.error.HTTPError as error:
        return error.code, error.read(), dict(error.headers)


s3 = client('s3')
B = 'witness-told'
s3.create_bucket(Bucket=B)
s3.put_object(Bucket=B, Key='a', Body=b'text')

block = s3.get_public_access_block(Bucket=B)['PublicAccessBlockConfiguration']
check('a new bucket blocks all public access', all(block.values()) and len(block) == 4)
policy = json.dumps(
    {
        'Version': '2012-10-17',
        'Statement': [
            {'Effect': 'Allow', 'Principal': '*', 'Action': 's3:GetObject', 'Resource': f'arn:aws:s3:::{B}/*'}
        ],
    }
)
check('no public policy', refusal(s3.put_bucket_policy, Bucket=B, Policy=policy) == ('AccessDenied', 403))
s3.put_public_access_block(
    Bucket=B,
    PublicAccessBlockConfiguration={**block, 'BlockPublicPolicy': False, 'RestrictPublicBuckets': False},
)
s3.put_bucket_policy(Bucket=B, Policy=policy)
check('the policy', s3.get_bucket_policy(Bucket=B)['Policy'] == policy)
check('is public', s3.get_bucket_policy_status(Bucket=B)['PolicyStatus'] == {'IsPublic': True})
check('read by nobody in particular', anonymous(f'/{B}/a')[:2] == (200, b'text'))

control = client('s3control', f'http://localhost:{PORT}')
check(
    'the account blocks nothing',
    refusal(control.get_public_access_block, AccountId=ACCOUNT)
    == ('NoSuchPublicAccessBlockConfiguration', 404),
)
control.put_public_access_block(
    AccountId=ACCOUNT, PublicAccessBlockConfiguration={'RestrictPublicBuckets': True}
)
kept = control.get_public_access_block(AccountId=ACCOUNT)['PublicAccessBlockConfiguration']
check('the account restricts', kept['RestrictPublicBuckets'] and not kept['BlockPublicPolicy'])
check('so nobody in particular reads', anonymous(f'/{B}/a')[0] == 403)
control.delete_public_access_block(AccountId=ACCOUNT)
check('until it does not', anonymous(f'/{B}/a')[0] == 200)
s3.delete_bucket_policy(Bucket=B)
check('the policy is gone', refusal(s3.get_bucket_policy, Bucket=B) == ('NoSuchBucketPolicy', 404))

acl = s3.get_bucket_acl(Bucket=B)
check('the ACL is the owner’s', acl['Grants'][0]['Grantee'] == {'ID': acl['Owner']['ID'], 'Type': 'CanonicalUser'})
check(
    'ACLs are off',
    refusal(s3.put_bucket_acl, Bucket=B, ACL='public-read') == ('AccessControlListNotSupported', 400),
)
rules = s3.get_bucket_ownership_controls(Bucket=B)['OwnershipControls']['Rules']
check('since the owner owns all', rules == [{'ObjectOwnership': 'BucketOwnerEnforced'}])
s3.put_bucket_ownership_controls(
    Bucket=B, OwnershipControls={'Rules': [{'ObjectOwnership': 'BucketOwnerPreferred'}]}
)
check('public ACLs are blocked', refusal(s3.put_object_acl, Bucket=B, Key='a', ACL='public-read') == ('AccessDenied', 403))
s3.delete_public_access_block(Bucket=B)
s3.put_object_acl(Bucket=B, Key='a', ACL='public-read')
grants = s3.get_object_acl(Bucket=B, Key='a')['Grants']
check('the object’s ACL', [g['Permission'] for g in grants] == ['FULL_CONTROL', 'READ'])
check('opens it', anonymous(f'/{B}/a')[:2] == (200, b'text'))

cors = [{'AllowedMethods': ['PUT'], 'AllowedOrigins': ['https://*.example'], 'AllowedHeaders': ['*'], 'MaxAgeSeconds': 5}]
s3.put_bucket_cors(Bucket=B, CORSConfiguration={'CORSRules': cors})
check('CORS', s3.get_bucket_cors(Bucket=B)['CORSRules'] == cors)
status, _, headers = anonymous(
    f'/{B}/a',
    'OPTIONS',
    **{'Origin': 'https://a.example', 'Access-Control-Request-Method': 'PUT'},
)
check('a preflight', status == 200 and headers['Access-Control-Allow-Origin'] == 'https://a.example')
s3.delete_bucket_cors(Bucket=B)

tags = [{'Key': 'team', 'Value': 'red'}]
s3.put_bucket_tagging(Bucket=B, Tagging={'TagSet': tags})
check('tags', s3.get_bucket_tagging(Bucket=B)['TagSet'] == tags)
s3.delete_bucket_tagging(Bucket=B)
check('no tags', refusal(s3.get_bucket_tagging, Bucket=B) == ('NoSuchTagSet', 404))

encryption = {
    'Rules': [{'ApplyServerSideEncryptionByDefault': {'SSEAlgorithm': 'aws:kms'}, 'BucketKeyEnabled': True}]
}
s3.put_bucket_encryption(Bucket=B, ServerSideEncryptionConfiguration=encryption)
check('encryption', s3.get_bucket_encryption(Bucket=B)['ServerSideEncryptionConfiguration'] == encryption)
put = s3.put_object(Bucket=B, Key='b', Body=b'x')
check('of objects', put['ServerSideEncryption'] == 'aws:kms' and put['BucketKeyEnabled'])
s3.delete_bucket_encryption(Bucket=B)

lifecycle = [{'ID': 'end', 'Status': 'Enabled', 'Filter': {'Prefix': 'tmp/'}, 'Expiration': {'Days': 3}}]
s3.put_bucket_lifecycle_configuration(Bucket=B, LifecycleConfiguration={'Rules': lifecycle})
check('lifecycle', s3.get_bucket_lifecycle_configuration(Bucket=B)['Rules'] == lifecycle)
s3.delete_bucket_lifecycle(Bucket=B)

s3.put_bucket_logging(
    Bucket=B, BucketLoggingStatus={'LoggingEnabled': {'TargetBucket': B, 'TargetPrefix': 'logs/'}}
)
check('logging', s3.get_bucket_logging(Bucket=B)['LoggingEnabled']['TargetPrefix'] == 'logs/')
s3.put_bucket_notification_configuration(Bucket=B, NotificationConfiguration={'EventBridgeConfiguration': {}})
check('notification', s3.get_bucket_notification_configuration(Bucket=B)['EventBridgeConfiguration'] == {})
s3.put_bucket_request_payment(Bucket=B, RequestPaymentConfiguration={'Payer': 'Requester'})
check('payment', s3.get_bucket_request_payment(Bucket=B)['Payer'] == 'Requester')
s3.put_bucket_accelerate_configuration(Bucket=B, AccelerateConfiguration={'Status': 'Enabled'})
check('acceleration', s3.get_bucket_accelerate_configuration(Bucket=B)['Status'] == 'Enabled')
site = {'IndexDocument': {'Suffix': 'index.html'}, 'ErrorDocument': {'Key': 'error.html'}}
s3.put_bucket_website(Bucket=B, WebsiteConfiguration=site)
found = s3.get_bucket_website(Bucket=B)
check('website', {name: found[name] for name in site} == site)
s3.delete_bucket_website(Bucket=B)
s3.put_bucket_metrics_configuration(Bucket=B, Id='all', MetricsConfiguration={'Id': 'all'})
check('metrics', s3.list_bucket_metrics_configurations(Bucket=B)['MetricsConfigurationList'] == [{'Id': 'all'}])
check(
    'no replication',
    refusal(s3.get_bucket_replication, Bucket=B) == ('ReplicationConfigurationNotFoundError', 404),
)

hosted = client('s3', f'http://localhost:{PORT}', s3={'addressing_style': 'virtual'})
check('the bucket in the host', hosted.get_object(Bucket=B, Key='b')['Body'].read() == b'x')
hosted.put_object(Bucket=B, Key='c d/ü', Body=b'y')
check('its keys', hosted.list_objects_v2(Bucket=B, Prefix='c')['Contents'][0]['Key'] == 'c d/ü')
print('done')
