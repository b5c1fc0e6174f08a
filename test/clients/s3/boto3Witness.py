"""boto3 as a strict witness: what it cannot read, raises. Prints one line a check; a failed one ends the run."""
import io
import os
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

ENDPOINT = sys.argv[1]
KEYS = ['a b', 'a+b', 'a//b', '100%', '%2F', '../x', './x', 'x/', 'ü/🪣', "it's (1)!*", '<&>"', 'a\u0001b', '\ufffd']


def client(region, **config):
    return boto3.client(
        's3',
        region_name=region,
        endpoint_url=ENDPOINT,
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


s3 = client('us-east-1')
ireland = client('eu-west-1')

s3.create_bucket(Bucket='witness')
ireland.create_bucket(
    Bucket='witness-ireland', CreateBucketConfiguration={'LocationConstraint': 'eu-west-1'}
)
listed = s3.list_buckets()
check('ListBuckets', [b['Name'] for b in listed['Buckets']] == ['witness', 'witness-ireland'])
check('its owner', len(listed['Owner']['ID']) == 64)
# Versions before 1.36, Debian's among them, know neither pages of buckets, their regions, nor checksums by default.
recent = s3.can_paginate('list_buckets')
if recent:
    pages = s3.get_paginator('list_buckets').paginate(PaginationConfig={'PageSize': 1})
    check('its pages', [b['BucketRegion'] for p in pages for b in p['Buckets']] == ['us-east-1', 'eu-west-1'])
head = s3.head_bucket(Bucket='witness')
check('HeadBucket', not recent or head['BucketRegion'] == 'us-east-1')
check('GetBucketLocation', s3.get_bucket_location(Bucket='witness')['LocationConstraint'] is None)
check(
    'of Ireland',
    s3.get_bucket_location(Bucket='witness-ireland')['LocationConstraint'] == 'eu-west-1',
)

for key in KEYS:
    s3.put_object(Bucket='witness', Key=f'odd/{key}', Body=key.encode())
    got = s3.get_object(Bucket='witness', Key=f'odd/{key}')
    check(f'the key {key!r}', got['Body'].read() == key.encode())
pages = s3.get_paginator('list_objects_v2').paginate(
    Bucket='witness', Prefix='odd/', PaginationConfig={'PageSize': 3}
)
seen = [c['Key'] for p in pages for c in p['Contents']]
check('all of them listed, in the order of UTF-8', seen == sorted((f'odd/{k}' for k in KEYS), key=str.encode))
root = s3.list_objects_v2(Bucket='witness', Delimiter='/', FetchOwner=True)
check('rolled up', root['CommonPrefixes'] == [{'Prefix': 'odd/'}] and root['KeyCount'] == 1)

body = os.urandom(3_000_000)
s3.put_object(Bucket='witness', Key='large', Body=io.BytesIO(body), Metadata={'colour': 'red'})
got = s3.get_object(Bucket='witness', Key='large', ChecksumMode='ENABLED')
check('a large body from a file', got['Body'].read() == body and (not recent or got['ChecksumCRC32']))
check('its metadata', got['Metadata'] == {'colour': 'red'})
part = s3.get_object(Bucket='witness', Key='large', Range='bytes=10-19')
check('a part of it', part['Body'].read() == body[10:20] and part['ContentRange'] == 'bytes 10-19/3000000')
for algorithm in ['CRC32', 'SHA1', 'SHA256']:
    put = s3.put_object(Bucket='witness', Key='sum', Body=b'hello world', ChecksumAlgorithm=algorithm)
    check(f'its {algorithm}', f'Checksum{algorithm}' in put)
signed = client('us-east-1', s3={'payload_signing_enabled': True})
check('a signed body', signed.put_object(Bucket='witness', Key='signed', Body=b'x')['ETag'])
check(
    'not modified',
    refusal(s3.get_object, Bucket='witness', Key='large', IfNoneMatch=got['ETag']) == ('304', 304),
)
check('missing', refusal(s3.get_object, Bucket='witness', Key='missing') == ('NoSuchKey', 404))
check('missing to HEAD', refusal(s3.head_object, Bucket='witness', Key='missing') == ('404', 404))
check('no bucket', refusal(s3.get_object, Bucket='nowhere-at-all', Key='a') == ('NoSuchBucket', 404))
check(
    'taken',
    refusal(
        ireland.create_bucket,
        Bucket='witness-ireland',
        CreateBucketConfiguration={'LocationConstraint': 'eu-west-1'},
    )
    == ('BucketAlreadyOwnedByYou', 409),
)
s3.put_object(Bucket='witness-ireland', Key='a', Body=b'followed')
check('boto3 follows to the right region', True)

check('not empty', refusal(s3.delete_bucket, Bucket='witness') == ('BucketNotEmpty', 409))
for key in seen + ['large', 'sum', 'signed']:
    s3.delete_object(Bucket='witness', Key=key)
s3.delete_bucket(Bucket='witness')
check('deleted', refusal(s3.head_bucket, Bucket='witness') == ('404', 404))
print('done')
