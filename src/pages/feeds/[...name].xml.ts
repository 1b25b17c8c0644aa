import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../catalogue/load.ts'
import { atom } from '../../feeds/atom.ts'
import { origin } from '../../urls/url.ts'
import { feedOf, feedPlans } from '../../views/feeds.ts'

export const getStaticPaths = (async () =>
  feedPlans(await loadCatalogue()).map((plan) => ({
    params: { name: plan.name },
    props: { plan },
  }))) satisfies GetStaticPaths

/** A feed as Atom. */
export const GET: APIRoute = async ({ props: { plan }, site }) =>
  new Response(atom(await feedOf(plan, await loadCatalogue(), origin(site))), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  })
