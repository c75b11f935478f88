/** The page's controls, by the names under which their presses are counted. */

/** What no program may press for its user: each makes something else than the video that is wanted. */
export const FORBIDDEN = [
  'regenerate',
  'extend',
  'cancel_extend',
  'upscale',
  'redo_image',
  'make_video_menu',
  'more_options',
  'aspect_ratio',
  'attachment_menu',
  'cancel_video',
  'new_generation',
  'back',
  'previous_post',
  'next_post',
  'agent',
  'card_make_video',
  'dialog',
  'escape',
  // Submits that make no video of the picture on show.
  'edit',
  'edit_clip',
  'extend_submit',
  'make_picture',
];

export const ALLOWED = [
  'make_video',
  'mode_image',
  'mode_video',
  'resolution',
  'duration',
  'speed',
  'audio',
  'thumbnail',
  'upload',
  'remove_image',
  'share',
  'download',
  'post_actions',
  'history_clip',
];

export const CONTROLS = [...FORBIDDEN, ...ALLOWED];
