/** `/imagine`: the cards of all images. */

import { usePage } from '../state.js';
import { navigate } from '../routes.js';
import { useMediaStore } from '../store.js';

export function Gallery() {
  const gallery = usePage((page) => page.gallery);
  return (
    <section id="imagine-masonry-section-0">
      <h1>Imagine</h1>
      <div className="masonry" role="list">
        {gallery.map((image) => (
          <Card key={image.id} image={image} />
        ))}
      </div>
    </section>
  );
}

function Card({ image }) {
  const videos = useMediaStore((store) => store.videoByMediaId[image.id]);
  const count = (videos ?? []).filter((video) => !video.moderated && video.videoUrl).length;
  const path = `/imagine/post/${image.id}`;
  const open = (event) => {
    event.preventDefault();
    navigate(path);
  };
  return (
    <a className="group/media-post-masonry-card card" role="listitem" href={path} onClick={open}>
      <img
        src={`/imagine-public/images/${image.id}.jpg`}
        alt={`Generated: ${image.prompt}`}
        width={image.width}
        height={image.height}
      />
      <span className="caption">{image.prompt}</span>
      {count > 0 && <span className="count">{count} ▸</span>}
    </a>
  );
}
