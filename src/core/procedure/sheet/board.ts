// The board that connectors are laid on: lines across and down between the symbols, and what of them is taken.
import type { Box } from './picture.ts'

/** 0 up, 1 right, 2 down, 3 left. */
export type Direction = 0 | 1 | 2 | 3

export type Board = {
  xs: number[]
  ys: number[]
  /** By node: 0 free, ACROSS or DOWN taken by a line that goes straight on, SOLID taken altogether. */
  nodes: Uint8Array
  /** By node: is the piece to the right of it, or below it, taken? */
  right: Uint8Array
  below: Uint8Array
}

export const ACROSS = 1
export const DOWN = 2
export const SOLID = 4

/** Lines keep this distance from symbols that are not theirs. */
const CLEARANCE = 2.5

export const emptyBoard = (xs: readonly number[], ys: readonly number[], symbols: readonly Box[]): Board => {
  const board = {
    xs: sorted(xs),
    ys: sorted(ys),
    nodes: new Uint8Array(0),
    right: new Uint8Array(0),
    below: new Uint8Array(0),
  }
  const size = board.xs.length * board.ys.length
  board.nodes = new Uint8Array(size)
  board.right = new Uint8Array(size)
  board.below = new Uint8Array(size)
  for (const { x, y, w, h } of symbols) {
    board.ys.forEach((ny, row) => {
      if (Math.abs(ny - y) >= h / 2 + CLEARANCE) return
      board.xs.forEach((nx, column) => {
        if (Math.abs(nx - x) < w / 2 + CLEARANCE) board.nodes[row * board.xs.length + column] = SOLID
      })
    })
  }
  return board
}

const sorted = (numbers: readonly number[]): number[] =>
  [...new Set(numbers.map((one) => Math.round(one * 100) / 100))].toSorted((a, b) => a - b)

export const nodeAt = ({ xs }: Board, column: number, row: number): number => row * xs.length + column

/** The next node that way, or -1 at the edge of the board. */
export const nextNode = ({ xs, ys }: Board, node: number, direction: Direction): number => {
  const column = node % xs.length
  const row = (node - column) / xs.length
  if (direction === 0) return row > 0 ? node - xs.length : -1
  if (direction === 1) return column < xs.length - 1 ? node + 1 : -1
  if (direction === 2) return row < ys.length - 1 ? node + xs.length : -1
  return column > 0 ? node - 1 : -1
}

export const pointOf = ({ xs, ys }: Board, node: number): { x: number; y: number } => {
  const column = node % xs.length
  return { x: xs[column] ?? 0, y: ys[(node - column) / xs.length] ?? 0 }
}

/** Is the piece from this node that way taken? */
export const isTaken = (board: Board, node: number, direction: Direction): boolean =>
  (direction & 1 ? board.right : board.below)[pieceAt(board, node, direction)] === 1

/** Takes the piece from this node that way. */
export const takePiece = (board: Board, node: number, direction: Direction): void => {
  const pieces = direction & 1 ? board.right : board.below
  pieces[pieceAt(board, node, direction)] = 1
}

/** A piece belongs to the node on its left, or above it. */
const pieceAt = (board: Board, node: number, direction: Direction): number =>
  direction === 1 || direction === 2 ? node : nextNode(board, node, direction)
