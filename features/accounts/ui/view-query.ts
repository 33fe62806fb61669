import type { LinkView } from '../queries/link-list'

/** The fields of a view that are set, as strings: for an address or for hidden inputs. */
export function viewFields(view: LinkView & { page?: number }): Record<string, string> {
  return {
    ...(view.region ? { region: view.region } : {}),
    ...(view.kind ? { kind: view.kind } : {}),
    ...(view.search ? { search: view.search } : {}),
    ...(view.unopened ? { unopened: '1' } : {}),
    ...(view.open ? { open: '1' } : {}),
    ...(view.page ? { page: String(view.page) } : {}),
  }
}

/** The same as a query string. */
export function viewQuery(view: LinkView & { page?: number }): string {
  return new URLSearchParams(viewFields(view)).toString()
}
