/** The prompt box as the real tiptap editor: ProseMirror owns its document, React only its place. */

import { Editor } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { useEffect, useRef } from 'react';

/** @param {{ label: string, prompt: string, setPrompt: (text: string) => void }} props */
export function Tiptap({ label, prompt, setPrompt }) {
  const place = useRef(null);
  const editor = useRef(null);
  useEffect(() => {
    editor.current = new Editor({
      element: place.current,
      extensions: [Document, Paragraph, Text],
      editorProps: { attributes: { 'aria-label': label, role: 'textbox' } },
      onUpdate: ({ editor: changed }) => setPrompt(changed.getText({ blockSeparator: '\n' })),
    });
    return () => editor.current.destroy();
  }, [label]);
  // As Grok empties the box: the page's own state says so.
  useEffect(() => {
    const current = editor.current;
    if (prompt === '' && current && !current.isEmpty) current.commands.clearContent();
  }, [prompt]);
  return <div className="tiptap-place" ref={place} />;
}
