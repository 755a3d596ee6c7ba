// What we use of bpmn-moddle, which tells its types only element by element.
declare module 'bpmn-moddle' {
  export type ModdleElement = {
    $type: string
    $attrs: Record<string, string>
    id?: string
    name?: string
    [key: string]: unknown
  }
  export class BpmnModdle {
    constructor(packages?: Record<string, object>)
    create(type: string, facts?: Record<string, unknown>): ModdleElement
    toXML(element: ModdleElement, options?: { format?: boolean }): Promise<{ xml: string }>
    fromXML(xml: string): Promise<{ rootElement: ModdleElement; warnings: { message: string }[] }>
  }
}
