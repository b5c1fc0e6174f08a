/** A permissions boundary never grants; it only caps what the other policies of a user or role grant. */
import { attachedPolicies } from './attachedPolicies.ts'
import { type Layer, notApplicable } from './layer.ts'

export const boundary: Layer = {
  id: 'boundary',
  applies: ({ input }) => input.boundary !== undefined,
  evaluate(request) {
    const { boundary: document } = request.input
    if (document === undefined) return notApplicable('boundary')
    return attachedPolicies('boundary', [document], request)
  },
}
