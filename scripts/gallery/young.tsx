import { type JSX } from 'preact'
import { Button } from '#web/govuk/button.tsx'
import { shellWords } from '#web/shell/examples.ts'
import { Page } from '#web/shell/page.tsx'
import { MarkedList, NextCard, PeopleList, PlainCard, Stones } from '#web/shell/young-parts.tsx'
import { cymraeg } from './frame.tsx'

export function YoungPage(): JSX.Element {
  return (
    <Page
      variant="young"
      lang="en"
      title="Home"
      words={shellWords}
      otherLanguage={cymraeg}
      leaveHref="https://www.bbc.co.uk/weather"
      worried={{ href: '/me/worried', text: 'Worried or not safe? Tell us' }}
      nav={[
        { href: '/me', text: 'Home', icon: 'home', current: true },
        { href: '/me/plan', text: 'Plan', icon: 'plan' },
        { href: '/me/messages', text: 'Messages', icon: 'messages' },
        { href: '/me/who', text: 'Who sees', icon: 'people' },
      ]}
      head={
        <>
          <h1>Hello Amira</h1>
          <p>You are two steps in. Nice going.</p>
          <NextCard
            weekday="Thu"
            dayOfMonth="26"
            month="Nov"
            title="Meet Dana"
            lines={['4:15pm, half an hour', 'Sample library, room 2', 'About: open day questions']}
            actions={
              <>
                <Button>I’ll be there</Button>
                <Button classes="govuk-button--secondary">Change it</Button>
              </>
            }
          />
        </>
      }
    >
      <h2>My plan</h2>
      <p>“I want to work with animals, and not be stuck at home.”</p>
      <Stones
        label="My steps"
        goal="My goal"
        stones={[
          { text: 'Bus card', state: 'done', stateWord: 'done' },
          { text: 'CV', state: 'done', stateWord: 'done' },
          { text: 'Open day', state: 'now', stateWord: 'now' },
          { text: 'Apply', state: 'later', stateWord: 'later' },
        ]}
      />
      <p>
        <strong>Now: go to the open day.</strong> Dana books the place, I pick two questions. By 4 December.
      </p>
      <Button classes="govuk-button--secondary">See all my steps</Button>
      <h2>They will see</h2>
      <PlainCard>
        <h3>They will see</h3>
        <MarkedList
          kind="yes"
          items={[
            'My name: Amira Example',
            'My phone: 07700 900 123',
            'I stay with my aunt, on the sofa, since August',
          ]}
        />
        <h3>They will not see</h3>
        <MarkedList kind="no" items={['My health', 'My sessions with Dana']} />
      </PlainCard>
      <h2>Who can see my things</h2>
      <p>Four people. Nobody else without you knowing, unless you are in danger.</p>
      <PeopleList
        people={[
          { initials: 'DE', name: 'Dana, my adviser', text: 'Everything here. Looked today' },
          {
            initials: 'HO',
            name: 'Housing team, 2 people',
            text: 'My name, phone and where I live. I said yes on 20 October',
          },
        ]}
      />
      <a href="/me/looked">See who looked and when</a>
    </Page>
  )
}
