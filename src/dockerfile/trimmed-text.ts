import type { Instruction } from './instruction.ts'

/** By what the same instruction is found in two files: its text without blank space and line ends around it. */
export const trimmedText = ({ text }: Pick<Instruction, 'text'>): string => text.trim()
