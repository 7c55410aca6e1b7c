import { Skeleton } from '@mantine/core'
import { Page } from '#ui/Page.tsx'
import classes from './home.module.css'

/** The places of what is coming, so that nothing moves when it is there. */
export function HomeSkeleton({ title }: { readonly title: string }) {
  return (
    <Page title={title} sub={'\u00a0'}>
      <FiguresSkeleton />
    </Page>
  )
}

export function FiguresSkeleton() {
  return (
    <div className={classes.figures} aria-busy>
      <Skeleton h={118} radius="lg" animate={false} />
      <Skeleton h={498} radius="lg" animate={false} />
      <div className={classes.pair}>
        <Skeleton h={360} radius="lg" animate={false} />
        <Skeleton h={360} radius="lg" animate={false} />
      </div>
    </div>
  )
}
