// Our own words inside a BPMN file, under a namespace of our own: every fact of a procedure that BPMN has no element for.
import { BpmnModdle } from 'bpmn-moddle'

const text = (name: string) => ({ name, isAttr: true, type: 'String' })
const facts = { name: 'facts', isMany: true, type: 'Fact' }

const MIPP = {
  name: 'MIPP',
  uri: 'urn:mipp:procedure:1',
  prefix: 'mipp',
  xml: { tagAlias: 'lowerCase' },
  types: [
    { name: 'Procedure', superClass: ['Element'], properties: [text('agency'), facts] },
    { name: 'Actor', superClass: ['Element'], properties: [text('key'), facts] },
    { name: 'Step', superClass: ['Element'], properties: [text('key'), text('act'), text('time'), facts] },
    // As JSON, because a fact may be a text, a list or a map.
    { name: 'Fact', properties: [text('key'), { name: 'value', isBody: true, type: 'String' }] },
  ],
}

export const createModdle = (): BpmnModdle => new BpmnModdle({ mipp: MIPP })
