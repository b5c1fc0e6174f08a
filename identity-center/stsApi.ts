/** STS's public API, which Identity Center calls as its service principal. */
import { apiOf } from '#kernel/http/operation.ts'
import { linkApi } from '#kernel/protocol/link.ts'
import { sts as model, type StsOperations } from '#sts/model/shapes.ts'
import { stsTraits } from '#sts/traits.ts'

export const stsApi = linkApi(model, stsTraits)

export const sts = apiOf<StsOperations>()
