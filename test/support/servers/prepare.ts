// Before the tests that meet outside systems: the Debian servers, where they can be had.

import { prepareDebianServers } from './debian.ts'

export const setup = (): void => prepareDebianServers()
