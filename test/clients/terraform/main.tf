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
