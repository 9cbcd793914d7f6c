import { Button, Dropdown, Field, Input, makeStyles, Option, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { isoDate } from '../../engine/days.ts'
import type { OverrideEntry } from '../../host/document/document.ts'
import type { Dimension } from '../../model/group.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  pair: { display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: tokens.spacingHorizontalS },
  narrow: { minWidth: 0, width: '100%' },
  buttons: { display: 'flex', columnGap: tokens.spacingHorizontalS },
})

interface FormProps {
  readonly account: string
  /** The whole score of the account's segment. */
  readonly root: Dimension
  readonly asOf: number
  readonly author: string | null
  readonly save: (entry: OverrideEntry) => Promise<void>
  readonly cancel: () => void
}

/** A score or a band, why, and until when: none of the last two may be left out. */
export function OverrideForm({ account, root, asOf, author, save, cancel }: FormProps) {
  const styles = useStyles()
  const [score, setScore] = useState('')
  const [band, setBand] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState('')
  const [by, setBy] = useState(author ?? '')
  const [isTried, setTried] = useState(false)
  const problems = {
    score: problemOfScore(score, band, root),
    reason: reason.trim() === '' ? 'Say why: it is shown beside the score.' : null,
    until: problemOfExpiry(until, asOf),
  }
  const isReady = Object.values(problems).every((problem) => problem === null)
  const shown = (problem: string | null): { readonly validationMessage?: string } =>
    isTried && problem !== null ? { validationMessage: problem } : {}
  const submit = (): void => {
    setTried(true)
    if (!isReady) return
    void save({
      account,
      path: '',
      score: score.trim() === '' ? null : Number(score),
      band,
      reason: reason.trim(),
      author: by.trim() === '' ? null : by.trim(),
      date: asOf,
      expiry: Date.parse(until) / 86_400_000,
      withdrawn: null,
    })
  }
  const range = ` (${root.scale.low} to ${root.scale.high})`
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <div className={styles.pair}>
        <Field label={`Score${range}`} size="small" {...shown(problems.score)}>
          <Input
            className={styles.narrow}
            inputMode="decimal"
            value={score}
            onChange={(_, data) => setScore(data.value)}
          />
        </Field>
        <Field label="or band" size="small">
          <Dropdown
            className={styles.narrow}
            placeholder="By the score"
            selectedOptions={band === null ? [] : [band]}
            value={root.bands.find(({ name }) => name === band)?.label ?? ''}
            onOptionSelect={(_, { optionValue }) => setBand(optionValue === '' ? null : (optionValue ?? null))}
          >
            <Option value="">By the score</Option>
            {root.bands.map(({ name, label }) => (
              <Option key={name} value={name}>
                {label}
              </Option>
            ))}
          </Dropdown>
        </Field>
      </div>
      <Field label="Reason" size="small" required {...shown(problems.reason)}>
        <Textarea className={styles.narrow} value={reason} onChange={(_, data) => setReason(data.value)} />
      </Field>
      <div className={styles.pair}>
        <Field label="Until" size="small" required {...shown(problems.until)}>
          <Input
            className={styles.narrow}
            type="date"
            min={isoDate(asOf) ?? ''}
            value={until}
            onChange={(_, data) => setUntil(data.value)}
          />
        </Field>
        <Field label="By" size="small">
          <Input className={styles.narrow} value={by} onChange={(_, data) => setBy(data.value)} />
        </Field>
      </div>
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" type="submit">
          Override
        </Button>
        <Button size="small" onClick={cancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

function problemOfScore(text: string, band: string | null, { scale }: Dimension): string | null {
  if (text.trim() === '') return band === null ? 'Give a score or a band.' : null
  const value = Number(text)
  if (!Number.isFinite(value)) return `“${text.trim()}” is no number.`
  return value < scale.low || value > scale.high ? `The scale goes from ${scale.low} to ${scale.high}.` : null
}

function problemOfExpiry(until: string, asOf: number): string | null {
  if (until === '') return 'Say until when it holds.'
  return Date.parse(until) / 86_400_000 < asOf ? 'This day is past.' : null
}
