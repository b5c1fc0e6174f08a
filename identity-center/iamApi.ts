/** IAM's public API, which Identity Center calls with a session of its service-linked role. */
import { type IamOperations, iam as model } from '#iam/model/shapes.ts'
import { iamTraits } from '#iam/traits.ts'
import { apiOf } from '#kernel/http/operation.ts'
import { linkApi } from '#kernel/protocol/link.ts'

export const iamApi = linkApi(model, iamTraits)

export const iam = apiOf<IamOperations>()
