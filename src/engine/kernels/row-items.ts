/**
 * How one input is read from rows of items, say the cells of a sheet, that come one at a time. An item that is null, or
 * not there, is missing, and is not read.
 */
export interface ItemReader<Item> {
  /** Where the input stands in a row. */
  readonly at: number
  /**
   * On the model's scale, yes as 1; null for what is missing or cannot be read. What came of a text, yes or no, or a
   * small whole number is kept: the same item has to give the same value each time.
   */
  readonly read: (item: Item) => number | string | null
}

/** By the name of their input; an input without one is missing in every row. */
export type ItemReaders<Item> = ReadonlyMap<string, ItemReader<Item>>
