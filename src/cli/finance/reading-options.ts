import type { Command } from 'commander'
import type { Reading } from '../../finance/read/options.ts'
import { choiceOption } from './options.ts'

/** The options of every command that reads a table of contract lines, as they are given. */
export interface ReadingCall {
  readonly recurring: string
  readonly amounts: string
  readonly charge?: string
  readonly dates?: string
  readonly ends?: string
}

/** Adds what a table of contract lines may have to be told. */
export function readingOptions(command: Command): Command {
  return command
    .option('--recurring <kinds>', 'kinds of charge that count as ARR, with commas', 'recurring')
    .option('--amounts <period>', 'what each amount is for: annual or monthly', 'annual')
    .option('--charge <kind>', 'the kind of charge of every line')
    .option('--dates <order>', 'how 03/04/2024 is read: day-month or month-day')
    .option('--ends <which>', 'what an end is: day-after or last-day')
}

export function readingOf(call: ReadingCall): Reading {
  return {
    amounts: choiceOption('--amounts', call.amounts, ['annual', 'monthly']),
    ...(call.charge === undefined ? {} : { charge: call.charge }),
    ...(call.dates === undefined ? {} : { dates: choiceOption('--dates', call.dates, ['day-month', 'month-day']) }),
    ...(call.ends === undefined ? {} : { ends: ENDS[choiceOption('--ends', call.ends, ['day-after', 'last-day'])] }),
  }
}

export function recurringOf({ recurring }: ReadingCall): readonly string[] {
  return recurring.split(',').map((kind) => kind.trim())
}

const ENDS = { 'day-after': 'day after', 'last-day': 'last day' } as const
