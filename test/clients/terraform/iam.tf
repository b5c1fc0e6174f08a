# People, programs and machines of an account, as IAM keeps them.

variable "reads" {
  description = "What the policy allows: changed later, it becomes the policy's next version."
  type        = list(string)
  default     = ["s3:GetObject"]
}

resource "aws_iam_account_alias" "lab" {
  account_alias = "terraform-lab"
}

resource "aws_iam_policy" "reads" {
  name        = "reads"
  path        = "/terraform/"
  description = "reads what it may"
  tags        = { made = "terraform" }
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = var.reads, Resource = "*" }]
  })
}

resource "aws_iam_group" "builders" {
  name = "builders"
  path = "/terraform/"
}

resource "aws_iam_group_policy" "builders" {
  name   = "inline"
  group  = aws_iam_group.builders.name
  policy = aws_iam_policy.reads.policy
}

resource "aws_iam_group_policy_attachment" "builders" {
  group      = aws_iam_group.builders.name
  policy_arn = aws_iam_policy.reads.arn
}

resource "aws_iam_user" "ana" {
  name                 = "ana"
  path                 = "/terraform/"
  permissions_boundary = aws_iam_policy.reads.arn
  tags                 = { team = "blue" }
}

resource "aws_iam_user_group_membership" "ana" {
  user   = aws_iam_user.ana.name
  groups = [aws_iam_group.builders.name]
}

resource "aws_iam_user_policy" "ana" {
  name   = "inline"
  user   = aws_iam_user.ana.name
  policy = aws_iam_policy.reads.policy
}

resource "aws_iam_user_policy_attachment" "ana" {
  user       = aws_iam_user.ana.name
  policy_arn = aws_iam_policy.reads.arn
}

resource "aws_iam_access_key" "ana" {
  user = aws_iam_user.ana.name
}

resource "aws_iam_user" "eva" {
  name = "eva"
}

resource "aws_iam_group_membership" "auditors" {
  name  = "auditors"
  group = aws_iam_group.auditors.name
  users = [aws_iam_user.eva.name]
}

resource "aws_iam_group" "auditors" {
  name = "auditors"
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
    principals {
      type        = "AWS"
      identifiers = [aws_iam_user.ana.arn]
    }
  }
}

resource "aws_iam_role" "server" {
  name                 = "server"
  path                 = "/terraform/"
  description          = "what servers may do"
  max_session_duration = 7200
  assume_role_policy   = data.aws_iam_policy_document.trust.json
  tags                 = { tier = "web" }
}

resource "aws_iam_role_policy" "server" {
  name   = "inline"
  role   = aws_iam_role.server.name
  policy = aws_iam_policy.reads.policy
}

resource "aws_iam_role_policy_attachment" "server" {
  role       = aws_iam_role.server.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
}

resource "aws_iam_instance_profile" "server" {
  name = "server"
  path = "/terraform/"
  role = aws_iam_role.server.name
  tags = { tier = "web" }
}

resource "aws_iam_saml_provider" "corp" {
  name                   = "corp"
  saml_metadata_document = file("metadata.xml")
  tags                   = { made = "terraform" }
}

data "aws_iam_policy" "reads" {
  arn = aws_iam_policy.reads.arn
}

data "aws_iam_group" "builders" {
  group_name = aws_iam_group.builders.name
  depends_on = [aws_iam_user_group_membership.ana]
}

output "builders" {
  value = join(",", [for user in data.aws_iam_group.builders.users : user.user_name])
}
