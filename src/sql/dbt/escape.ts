/** Text that dbt leaves as it is, wherever braces stand in it. */
export function inJinja(text: string): string {
  return text.replaceAll(/\{(?=[{%#])/g, `{{ '{' }}`)
}

/** Text as a value of a YAML file, which dbt fills in as well. */
export function inYaml(text: string): string {
  return JSON.stringify(inJinja(text)).replaceAll(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (char) => {
    return String.raw`\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
