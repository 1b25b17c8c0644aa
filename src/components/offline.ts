/**
 * Lets the browser keep the home page, the finder and what is read here, once everything else has loaded; not for
 * visitors who save data. Where that is switched off, the worker of earlier visits takes itself away.
 */
import { isSparing } from './sparing.ts'

const { worker } = document.documentElement.dataset

if (worker && 'serviceWorker' in navigator && !isSparing)
  addEventListener('load', () => navigator.serviceWorker.register(worker).catch(() => undefined))
