import type { Input } from '../../model/input.ts'
import { type Field, fieldInputs } from './fields.ts'

/** What a ledger is asked for. docs/finance.md lists the headers. */
export const LEDGER_FIELDS: readonly Field[] = [
  {
    name: 'line',
    headers: [
      ['line_id', 'line', 'line item', 'line item id', 'contract line', 'contract line id', 'ledger line'],
      ['subscription_item_id', 'subscription_id', 'subscription', 'contract item'],
      ['id'],
    ],
    required: false,
  },
  {
    name: 'account',
    headers: [
      ['account_id', 'customer_id', 'company_id', 'client_id', 'account number', 'account key'],
      ['account', 'customer', 'company', 'client'],
      ['account name', 'customer name', 'company name', 'client name'],
    ],
    required: true,
  },
  {
    name: 'parent',
    headers: [
      ['parent_account_id', 'parent_id', 'parent account', 'parent', 'parent customer id', 'ultimate parent'],
      ['group', 'parent name'],
    ],
    required: false,
  },
  {
    name: 'sku',
    headers: [
      ['sku', 'product sku'],
      ['product_code', 'product_id', 'plan_code', 'plan_id', 'price_id'],
      ['product', 'plan', 'item', 'product name', 'plan name', 'plan tier'],
    ],
    required: false,
  },
  {
    name: 'start',
    headers: [
      ['start_date', 'start', 'start day', 'starts'],
      ['contract start', 'contract start date', 'subscription start', 'subscription start date'],
      ['term start', 'term start date', 'service start', 'service start date', 'effective date', 'begin date', 'from'],
    ],
    required: true,
  },
  {
    name: 'end',
    headers: [
      ['end_date', 'end', 'end day', 'ends'],
      ['contract end', 'contract end date', 'subscription end', 'subscription end date'],
      ['term end', 'term end date', 'service end', 'service end date', 'expiry date', 'expiration date', 'to', 'until'],
    ],
    required: false,
  },
  {
    name: 'annual',
    headers: [
      [
        'annual_value',
        'annual amount',
        'annual contract value',
        'acv',
        'arr',
        'arr amount',
        'annual recurring revenue',
      ],
      ['contract acv', 'line acv', 'line arr', 'value per year', 'amount per year'],
    ],
    required: false,
  },
  {
    name: 'monthly',
    headers: [
      ['monthly_amount', 'monthly value', 'mrr', 'mrr amount', 'monthly recurring revenue', 'amount per month'],
      ['monthly charge', 'monthly price', 'monthly fee'],
    ],
    required: false,
  },
  { name: 'currency', headers: [['currency', 'currency code', 'currency iso code', 'ccy']], required: false },
  {
    name: 'charge',
    headers: [
      ['charge_type', 'charge kind', 'revenue type', 'type of charge'],
      ['charge', 'recurrence'],
    ],
    required: false,
  },
  {
    name: 'order',
    headers: [
      ['order_type', 'type of order'],
      ['line type', 'transaction type', 'movement type'],
    ],
    required: false,
  },
  {
    name: 'quantity',
    headers: [
      ['quantity', 'qty'],
      ['seats', 'units', 'licences', 'licenses'],
    ],
    required: false,
  },
]

/** The inputs to open a ledger's table with, with `key: false`. */
export const ledgerInputs: readonly Input[] = fieldInputs(LEDGER_FIELDS)
