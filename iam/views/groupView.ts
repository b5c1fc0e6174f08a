/** A group as answers show it. */
import type { Group as GroupShape } from '../model/shapes.ts'
import type { Group } from '../state.ts'

export const groupView = ({ path, name, id, arn, createdAt }: Group): GroupShape => ({
  Path: path,
  GroupName: name,
  GroupId: id,
  Arn: arn,
  CreateDate: new Date(createdAt),
})
