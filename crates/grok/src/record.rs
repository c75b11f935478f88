//! What the page fetches by itself of files and conversations (spec H8): asset records and lists of
//! them, a conversation's turns, lists of conversations, and the posts of spring 2026. All of them are
//! told by what they hold, at any depth, so a new wrapper hides nothing. Whether an attempt ends by one
//! is for `retake-session` to say.

mod asset;
mod lineage;

use std::collections::{HashMap, HashSet};

use retake_protocol::PostId;

pub use asset::{AssetKind, SeenAsset};
pub use lineage::Lineage;

use crate::browser_json::well_formed;
use crate::fields::Fields;
use crate::lenient_json::Field;
use crate::turn::{SeenTurn, Sender};

/// Everything that one answer tells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Records {
    /// Files, each once, in the answer's order.
    pub assets: Vec<SeenAsset>,
    /// Turns of conversations, in the answer's order.
    pub turns: Vec<SeenTurn>,
    /// The conversations that are named, each once; no id of them is ever an image's (spec B1).
    pub conversations: Vec<PostId>,
    places: HashMap<PostId, usize>,
    lineages: lineage::Index,
}

/// How deep an answer is searched.
const MOST_LEVELS: usize = 8;

/// What holds no records: settings and words.
const NO_RECORDS: [&str; 4] = ["mediaGenInput", "auxKeys", "metadata", "modelConfigOverride"];

const CONVERSATIONS: [&str; 4] = [
    "conversationId",
    "sourceConversationId",
    "rootAssetSourceConversationId",
    "currentConversationId",
];

impl Records {
    /// Reads the body of an answer. One that is no JSON, or holds nothing known, is empty.
    pub fn read(body: &str) -> Self {
        let json = well_formed(body);
        let mut records = Self::default();
        records.collect(Field::of(&json), MOST_LEVELS);
        let mut known = HashSet::new();
        records.conversations.retain(|id| known.insert(id.clone()));
        records.take_inputs_of_turns();
        records.lineages = lineage::Index::of(&records);
        records
    }

    /// The file that goes by `id`.
    pub fn asset(&self, id: &PostId) -> Option<&SeenAsset> {
        self.assets.get(*self.places.get(id)?)
    }

    fn collect(&mut self, field: Field<'_>, levels: usize) {
        let inside = match field.fields() {
            Some(fields) => {
                self.take(field, &fields);
                let inside = fields.iter().filter(|(name, _)| !NO_RECORDS.contains(name));
                inside.map(|(_, field)| field).collect()
            }
            None => field.inside(),
        };
        if levels > 0 {
            for field in inside {
                self.collect(field, levels - 1);
            }
        }
    }

    fn take(&mut self, field: Field<'_>, fields: &Fields<'_>) {
        let named = CONVERSATIONS.iter().filter_map(|name| PostId::new(fields.get(name).id()?));
        self.conversations.extend(named);
        if let Some(asset) = SeenAsset::of(field, fields) {
            self.add(asset);
        } else if fields.get("responseId").is_scalar() && fields.get("sender").is_scalar() {
            self.turns.extend(SeenTurn::of(field, None));
        }
    }

    /// A second record of a file fills what the first does not say.
    fn add(&mut self, asset: SeenAsset) {
        if let Some(at) = self.places.get(&asset.id) {
            self.assets[*at].absorb(asset);
            return;
        }
        for alias in &asset.aliases {
            self.places.entry(alias.clone()).or_insert(self.assets.len());
        }
        self.assets.push(asset);
    }

    /// Where a file does not say what it was made of, the turn that made it does: Grok's own, of the
    /// file's `responseId`. Other turns may carry the file as an input.
    fn take_inputs_of_turns(&mut self) {
        let makers: HashMap<&PostId, &SeenTurn> = self
            .turns
            .iter()
            .filter(|turn| turn.sender == Sender::Assistant)
            .filter_map(|turn| Some((turn.response.as_ref()?, turn)))
            .collect();
        for asset in &mut self.assets {
            let is_open = asset.inputs.is_empty() && asset.made_as.is_none();
            let turn = asset.response.as_ref().filter(|_| is_open).and_then(|id| makers.get(id));
            if let Some(request) = turn.and_then(|turn| turn.request.as_ref()) {
                asset.inputs.clone_from(&request.inputs);
                asset.made_as = Some(request.kind);
            }
            let SeenAsset { aliases, inputs, .. } = asset;
            inputs.retain(|input| !aliases.contains(input));
        }
    }
}
