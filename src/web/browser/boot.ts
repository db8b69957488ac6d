/** Says that scripts run, before anything is drawn: what they enhance is then drawn enhanced, and nothing jumps. */
document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported')
