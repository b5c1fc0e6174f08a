/** Condition keys of IAM's own actions ("Actions, resources, and condition keys for IAM", service authorisation reference). */
import type { Tag } from '../model/shapes.ts'
import type { Principal, Tags } from '../state.ts'

export type Keys = Record<string, string[]>

/** The members that stand behind condition keys, as inputs name them. */
export interface KeyedInput {
  readonly PolicyArn?: string | undefined
  readonly PermissionsBoundary?: string | undefined
  readonly Tags?: readonly Tag[] | undefined
  readonly TagKeys?: readonly string[] | undefined
  readonly AWSServiceName?: string | undefined
}

/** From the input, and from the user or role as it stands. */
export type ContextKeys = (input: KeyedInput, principal: Principal | undefined) => Keys

const single = (name: string, value: string | undefined): Keys =>
  value === undefined ? {} : { [name]: [value] }

export const policyArn: ContextKeys = ({ PolicyArn }) => single('iam:PolicyARN', PolicyArn)

/** The boundary that is to be. */
export const requestedBoundary: ContextKeys = ({ PermissionsBoundary }) =>
  single('iam:PermissionsBoundary', PermissionsBoundary)

/** The boundary that is: so that a delegate may only touch those who are bounded. */
export const currentBoundary: ContextKeys = (_, principal) =>
  single('iam:PermissionsBoundary', principal?.permissionsBoundary)

export const serviceName: ContextKeys = ({ AWSServiceName }) =>
  single('iam:AWSServiceName', AWSServiceName)

export const requestTags: ContextKeys = ({ Tags = [] }) =>
  Tags.length === 0
    ? {}
    : {
        ...Object.fromEntries(Tags.map(({ Key, Value }) => [`aws:RequestTag/${Key}`, [Value]])),
        'aws:TagKeys': Tags.map(({ Key }) => Key),
      }

/** Keys of tags that are to go. */
export const untaggedKeys: ContextKeys = ({ TagKeys = [] }) =>
  TagKeys.length === 0 ? {} : { 'aws:TagKeys': [...TagKeys] }

/** Tags of a user or role that is there, under both names that policies use. */
export const principalTags = (tags: Tags = []): Keys =>
  Object.fromEntries(
    tags.flatMap(({ Key, Value }) => [
      [`aws:ResourceTag/${Key}`, [Value]],
      [`iam:ResourceTag/${Key}`, [Value]],
    ]),
  )

/** Of everything else. */
export const resourceTags = (tags: Tags = []): Keys =>
  Object.fromEntries(tags.map(({ Key, Value }) => [`aws:ResourceTag/${Key}`, [Value]]))
