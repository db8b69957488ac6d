/** What we use of the Design System's browser scripts, which come without types. */
declare module 'govuk-frontend' {
  type Component = { readonly moduleName: string }
  export function createAll(component: Component, config?: undefined, within?: Element): void
  export const Button: Component
  export const Checkboxes: Component
  export const ErrorSummary: Component
  export const NotificationBanner: Component
  export const PasswordInput: Component
  export const Radios: Component
  export const SkipLink: Component
  export const Tabs: Component
}
