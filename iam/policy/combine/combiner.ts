/** A combiner says which layers must allow a request; decide.ts then looks whether they do. */
import type { LayerId } from '#kernel/hops/decision.ts'
import type { EvaluationRequest } from '../evaluationRequest.ts'
import type { LayerResult } from '../layers/layer.ts'

export type LayerResults = ReadonlyMap<LayerId, LayerResult>

export type Combiner = (results: LayerResults, request: EvaluationRequest) => ReadonlySet<LayerId>
