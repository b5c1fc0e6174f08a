/** `why`: the last refusal of the running sandbox, explained out of its recording. */
import { text } from '#i18n/text.ts'
import { type ExitCode, exitCodes } from '../exitCodes.ts'
import { chooseInstance } from '../instances/chooseInstance.ts'
import type { WhyOptions } from '../options/whyOptions.ts'
import { print } from '../print.ts'
import type { Context } from '../program.ts'
import { type Look, lookOf } from '../render/look.ts'
import { refusalList } from '../render/refusalList.ts'
import { renderWhy } from '../render/renderWhy.ts'
import { whyJson } from '../render/whyJson.ts'
import { wrap } from '../render/wrap.ts'
import { UsageError } from '../usageError.ts'
import { explainRefusal } from '../why/explainRefusal.ts'
import { liveRecording } from '../why/liveRecording.ts'
import { type RefusedExchange, refusedExchanges } from '../why/refusedExchange.ts'

/** Refusals that `--list` shows. */
const longestList = 10

export async function why(options: WhyOptions, context: Context): Promise<ExitCode> {
  const { io, texts } = context
  const instance = chooseInstance(options, context)
  const refused = refusedExchanges(await liveRecording(instance, texts))
  const tell = options.list ? listed : explained
  print(io.stdout, tell(refused, options, lookOf(io.stdout, io.env, texts)))
  return exitCodes.ok
}

type Tell = (refused: readonly RefusedExchange[], options: WhyOptions, look: Look) => string[]

/** That nothing was refused is an answer too: exit code 0. */
const explained: Tell = (refused, { nth, json }, look) => {
  const { texts } = look
  const exchange = refused[nth - 1]
  if (!exchange && nth > 1)
    throw new UsageError(text(texts.why.noSuchRefusal, { count: refused.length }))
  const found = exchange ? explainRefusal(exchange) : null
  if (json) return [JSON.stringify({ refused: found && whyJson(found, texts) })]
  return found ? renderWhy(found, look) : nothing(look)
}

const nothing = ({ texts, width }: Look): string[] => wrap(texts.why.nothing, width)

const listed: Tell = (refused, { json }, look) => {
  const found = refused.slice(0, longestList).map(explainRefusal)
  if (json) return [JSON.stringify({ refusals: found.map((why) => whyJson(why, look.texts)) })]
  return found.length === 0 ? nothing(look) : refusalList(found, look)
}
