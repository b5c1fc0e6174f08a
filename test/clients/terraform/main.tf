# What Terraform is asked to make in the sandbox. The endpoint and the keys are in the environment.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region = "us-east-1"
}

data "aws_caller_identity" "me" {}

resource "aws_s3_bucket" "notes" {
  bucket = "terraform-notes"
  tags   = { team = "red" }
}

resource "aws_s3_bucket_public_access_block" "notes" {
  bucket                  = aws_s3_bucket.notes.id
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_policy" "notes" {
  bucket = aws_s3_bucket.notes.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.notes.arn, "${aws_s3_bucket.notes.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

resource "aws_s3_bucket_ownership_controls" "notes" {
  bucket = aws_s3_bucket.notes.id
  rule { object_ownership = "BucketOwnerPreferred" }
}

resource "aws_s3_bucket_acl" "notes" {
  depends_on = [aws_s3_bucket_ownership_controls.notes]
  bucket     = aws_s3_bucket.notes.id
  acl        = "private"
}

resource "aws_s3_bucket_cors_configuration" "notes" {
  bucket = aws_s3_bucket.notes.id
  cors_rule {
    allowed_methods = ["GET"]
    allowed_origins = ["https://notes.example"]
    max_age_seconds = 600
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "notes" {
  bucket = aws_s3_bucket.notes.id
  rule {
    apply_server_side_encryption_by_default { sse_algorithm = "aws:kms" }
    bucket_key_enabled = true
  }
}

resource "aws_s3_bucket_website_configuration" "notes" {
  bucket = aws_s3_bucket.notes.id
  index_document { suffix = "index.html" }
}

resource "aws_iam_policy" "read_notes" {
  name = "read-notes"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "${aws_s3_bucket.notes.arn}/*" }]
  })
}

output "account" {
  value = data.aws_caller_identity.me.account_id
}
