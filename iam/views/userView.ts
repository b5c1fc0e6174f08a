/** A user as answers show it: lists leave out its boundary and tags. */
import { rootArn } from '../entityArn.ts'
import type { User as UserShape } from '../model/shapes.ts'
import type { Account, User } from '../state.ts'
import { boundaryView } from './boundaryView.ts'
import { tagsView } from './tagsView.ts'

export const listedUser = ({ path, name, id, arn, createdAt }: User): UserShape => ({
  Path: path,
  UserName: name,
  UserId: id,
  Arn: arn,
  CreateDate: new Date(createdAt),
})

export const userView = (user: User): UserShape => ({
  ...listedUser(user),
  PermissionsBoundary: boundaryView(user),
  Tags: tagsView(user.tags),
})

/** The root user has neither name nor path, though the model calls both required. */
export const rootView = ({ id, createdAt }: Account): UserShape =>
  ({ UserId: id, Arn: rootArn(id), CreateDate: new Date(createdAt) }) as UserShape
