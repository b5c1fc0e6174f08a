/** Rule: the identity provider says Success; otherwise there is nothing to verify, and its reason is passed on. */
import { protocolNs, statusCodes } from '../names.ts'
import { SamlRefusal } from '../SamlRefusal.ts'
import { attribute, onlyChild, optionalChild, type XmlElement } from '../xmlElement.ts'

export function successStatus(response: XmlElement): void {
  const status = onlyChild(response, protocolNs, 'Status', 'status')
  const code = onlyChild(status, protocolNs, 'StatusCode', 'status')
  const value = attribute(code, 'Value')
  if (value === statusCodes.success) return
  const inner = optionalChild(code, protocolNs, 'StatusCode', 'status')
  throw new SamlRefusal('status', 'the identity provider did not answer Success', {
    found: value?.slice(0, 200),
    because: inner === undefined ? undefined : attribute(inner, 'Value')?.slice(0, 200),
  })
}
