/** `/imagine` and `/imagine/saved`: the account's files, and on home the composer. */

import { useEffect, useState } from 'react';

import { usePage } from '../../state.js';
import { askAssets } from '../passive.js';
import { imageItem } from '../items.js';
import { useMediaStore } from '../media.js';
import { keepRecord } from '../posts.js';
import { show, useView } from '../view.js';
import { wordsOf } from '../words.js';
import { Cards } from './Cards.jsx';
import { Composer } from './Composer.jsx';

export function Home({ isSaved = false }) {
  const words = wordsOf(usePage((page) => page.options.locale));
  const pending = useView((view) => view.pending);
  const [records, setRecords] = useState([]);
  useEffect(() => {
    // Nothing of the post before is open any more.
    show({
      opened: null,
      shown: null,
      image: null,
      container: null,
      thread: null,
      extending: null,
      alert: null,
    });
  }, []);
  useEffect(() => {
    askAssets().then((answer) => {
      for (const record of answer?.assets ?? []) keepRecord(record);
      if (answer) setRecords(answer.assets);
    });
  }, [pending]);
  const images = records.filter((record) => record.mimeType.startsWith('image/'));
  useEffect(() => {
    const list = images.map((record) => imageItem(record, location.origin));
    useMediaStore.setState({ list });
  }, [records]);
  return (
    <main className="home">
      <h1>{isSaved ? words.saved : 'Imagine'}</h1>
      <Cards records={isSaved ? records : images} pending={isSaved ? 0 : pending} />
      {!isSaved && <Composer place="home" />}
    </main>
  );
}
