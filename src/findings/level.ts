/** Errors keep a model from scoring; warnings and hints can be allowed with a reason. */
export type Level = 'error' | 'warning' | 'hint'
