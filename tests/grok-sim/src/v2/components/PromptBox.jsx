/** The prompt box: the real tiptap editor, with a placeholder in its empty paragraph as Grok's has it. */

import { Editor, Extension } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { Placeholder, UndoRedo } from '@tiptap/extensions';
import { useEffect, useRef } from 'react';

import { usePage } from '../../state.js';
import { show, useView } from '../view.js';

const textOf = (editor) => editor.getText({ blockSeparator: '\n' });

/** What Enter does is not the editor's to know: it may send the form off. */
const Enter = Extension.create({
  name: 'enter',
  addOptions: () => ({ submit: () => false }),
  addKeyboardShortcuts() {
    return { Enter: () => this.options.submit() };
  },
});

/** @param {{ label: string, placeholder: string, submit: () => void }} props */
export function PromptBox({ label, placeholder, submit }) {
  const place = useRef(null);
  const editor = useRef(null);
  const prompt = useView((view) => view.prompt);
  const latest = useRef(submit);
  useEffect(() => {
    latest.current = submit;
  }, [submit]);
  useEffect(() => {
    const send = () => {
      if (usePage.getState().options.enter !== 'submits') return false;
      latest.current();
      return true;
    };
    editor.current = new Editor({
      element: place.current,
      extensions: [
        Document,
        Paragraph,
        Text,
        UndoRedo,
        Enter.configure({ submit: send }),
        Placeholder.configure({ placeholder }),
      ],
      content: contentOf(useView.getState().prompt),
      editorProps: { attributes: { role: 'textbox', 'aria-label': label } },
      onUpdate: ({ editor: changed }) => show({ prompt: textOf(changed) }),
    });
    return () => editor.current.destroy();
  }, [label, placeholder]);
  // As Grok empties the box, or gives a prompt back.
  useEffect(() => {
    const current = editor.current;
    if (current && textOf(current) !== prompt) current.commands.setContent(contentOf(prompt));
  }, [prompt]);
  return <div data-testid="chat-input" className="box" ref={place} />;
}

/** A paragraph for each line. */
function contentOf(text) {
  const paragraph = (line) => ({ type: 'paragraph', content: line ? [{ type: 'text', text: line }] : [] });
  return { type: 'doc', content: text.split('\n').map(paragraph) };
}
