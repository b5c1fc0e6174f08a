/** Every mistake that the doctor knows. Of two that explain a signature equally well, the first is named. */
import { blankAfterColon } from './blankAfterColon.ts'
import { blankLineMissing } from './blankLineMissing.ts'
import { bodyChanged } from './bodyChanged.ts'
import { canonicalRequestNotHashed } from './canonicalRequestNotHashed.ts'
import { contentTypeChanged } from './contentTypeChanged.ts'
import { emptyPayloadHash } from './emptyPayloadHash.ts'
import { equalsMissing } from './equalsMissing.ts'
import { escapesInLowerCase } from './escapesInLowerCase.ts'
import { headerNamesNotLowerCase } from './headerNamesNotLowerCase.ts'
import { headerNotListed } from './headerNotListed.ts'
import { headerNotSigned } from './headerNotSigned.ts'
import { headerNotTrimmed } from './headerNotTrimmed.ts'
import { headersNotSorted } from './headersNotSorted.ts'
import { hostPort } from './hostPort.ts'
import { methodInLowerCase } from './methodInLowerCase.ts'
import { otherDate } from './otherDate.ts'
import { otherHost } from './otherHost.ts'
import { otherMethod } from './otherMethod.ts'
import { pathEncodedOnce } from './pathEncodedOnce.ts'
import { pathEncodedTwice } from './pathEncodedTwice.ts'
import { pathNormalised } from './pathNormalised.ts'
import { pathNotEncoded } from './pathNotEncoded.ts'
import { pathNotNormalised } from './pathNotNormalised.ts'
import { payloadHashInUpperCase } from './payloadHashInUpperCase.ts'
import { plusForSpace } from './plusForSpace.ts'
import { queryEncodedTwice } from './queryEncodedTwice.ts'
import { queryNotEncoded } from './queryNotEncoded.ts'
import { queryNotSigned } from './queryNotSigned.ts'
import { queryNotSorted } from './queryNotSorted.ts'
import { repeatedHeader } from './repeatedHeader.ts'
import { slashesEncoded } from './slashesEncoded.ts'
import { trailingSlash } from './trailingSlash.ts'
import { unsignedPayload } from './unsignedPayload.ts'

export const mistakes = [
  // Those that rewrite a part before those that add to it or take from it: a pair is tried in this order.
  pathNotNormalised,
  pathNormalised,
  pathEncodedTwice,
  pathEncodedOnce,
  pathNotEncoded,
  trailingSlash,
  slashesEncoded,
  queryNotSorted,
  queryNotEncoded,
  plusForSpace,
  queryEncodedTwice,
  equalsMissing,
  queryNotSigned,
  escapesInLowerCase,
  hostPort,
  otherHost,
  bodyChanged,
  emptyPayloadHash,
  unsignedPayload,
  payloadHashInUpperCase,
  methodInLowerCase,
  otherMethod,
  otherDate,
  repeatedHeader,
  contentTypeChanged,
  headerNotListed,
  headerNotSigned,
  headerNotTrimmed,
  blankAfterColon,
  headersNotSorted,
  headerNamesNotLowerCase,
  blankLineMissing,
  canonicalRequestNotHashed,
] as const

export type MistakeId = (typeof mistakes)[number]['id']
