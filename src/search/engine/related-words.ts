import { normalise } from "../text/normalise.ts";

/**
 * Words that papers and people who look for them use for the same thing: one meaning a line, with
 * abbreviations first. A search that matches some of the words also looks for these, with a lower weight.
 */
const synonyms = `
rl | reinforcement learning
llm | language model | chatbot | gpt | assistant
vlm | vision language | lvlm | multimodal
cot | chain of thought | thoughts | step by step
rag | retrieval augmented | retrieval
rlhf | human feedback | preference
dpo | preference optimization
moe | mixture of experts | experts | expert routing
mdp | markov decision
mcts | tree search
gan | adversarial
nlp | language processing
asr | speech recognition
tts | speech synthesis
vqa | visual question
ctr | click
sde | stochastic differential
ode | differential equation
image | picture | photo | visual
video | clip | film | footage | movie
audio | sound | acoustic | music
speech | voice | spoken
robot | robotic | manipulation | humanoid
hallucination | invent | fabricate
diversity | diverse | variety | varied
answer | response | reply | output
ask | query | question | prompt
fast | quick | speed | efficient | accelerate | faster | latency
cheap | efficient | cost | inexpensive | save
small | tiny | compact | lightweight
huge | large | massive | vast
compress | compression | shrink | prune | quantization
distill | distillation | teacher | student
forget | unlearning | catastrophic forgetting
remember | memory | history
guess | predict | prediction | forecast
certain | confidence | confident | calibration | calibrated | uncertainty
likely | probability | probabilities | likelihood
medical | clinical | doctor | patient | health | diagnosis | scan
organ | anatomy | medical
outline | segment | segmentation | mask
code | programming | software | coding
bug | issue | error
maths | mathematical | math | mathematics
proof | theorem | formal
compare | comparison | benchmark | evaluation
benchmark | test | evaluation | evaluate
judge | evaluator | grade | score | assess
cheat | hacking | exploit
safe | safety | harmful | harmless | dangerous
toxic | toxicity | harmful | offensive
attack | adversarial | jailbreak | attacker
private | privacy
fair | fairness | bias | equitable | disparity
minority | underserved | underrepresented | low resource
teach | train | training | instruct
learn | learning | training
imitate | imitation | copy | demonstration | mimic
expert | demonstration
reward | feedback | return
explore | exploration | curiosity | novelty
greedy | exploitation
sparse reward | exploration | scarce
arm | bandit
bandit | thompson sampling | regret
agent | agents | player
game | games | player
people | human | humans | person | user
pedestrian | crowd | social navigation
animal | mouse | rodent
behaviour | behavior | conduct
trader | financial | market
money | economic | financial
buy | purchase | commerce
shop | shopping | commerce
advert | ad | advertising | click
recommend | recommender | recommendation
survey | questionnaire | poll
phone | mobile | smartphone
website | web | browser | internet
search | retrieval | ranking
document | text | context
long | lengthy | extended
read | reading | comprehension
write | writing | draft
translate | translation | multilingual
language | multilingual | linguistic
joke | humor | creative
story | storytelling | narrative
poem | poetry | creative
face | identity | portrait
hand | dexterous | finger
drawing | sketch | line art | comic | cartoon
colour | color | colorization
edit | editing | modify | modification
personalise | personalize | customization | subject driven
noise | denoising | diffusion
vote | voting | majority
combine | combination | merge | compose | ensemble
merge | merging
reweight | weighting | upweight | reweighting
repeat | upsample | recurring | repeated
reuse | reusable | cache | caching
plan | planning
debate | argue | persuade
supervise | oversight | supervision
explain | explanation | interpret | interpretability
why | understanding
emerge | emergent
self aware | awareness | introspection | self knowledge
describe | articulate | verbalize
hidden | latent | implicit
layout | structure
simulate | simulation | simulator | synthetic
fake | synthetic | deepfake | generated
cell | single cell | gene
biology | biological | protein
molecule | molecular | chemistry
weather | climate | forecasting
car | driving | vehicle | autonomous driving
map | spatial | navigation
3d | three dimensional | mesh | gaussian splatting | shape
scene | environment
minecraft | video game | open world
table | tabular
chart | figure | diagram
graph | network
brain | neural | cognitive | neuroscience
psychology | cognitive | psychological
social science | behavioral science | social
law | legal
teacher | instructor | educational
exam | test | competition
competition | olympiad | contest
cluster | clustering | group | grouping
similar | similarity | alike
rare | scarce | imbalanced | long tail
weight | parameter
layer | layers
token | tokens
attention | transformer
mamba | state space
convolution | convolutional | cnn
recurrent | rnn | gru | lstm
optimise | optimize | optimization
theory | theoretical | provable
lower bound | minimax
misspecified | misspecification | wrong
perturb | perturbation | adversarial
offline | batch
trajectory | trajectories | path | episode
privacy | differentially private
stop | mitigate | prevent | reduce | avoid | alleviate
wrong | incorrect | erroneous | false
correct | accurate | accuracy
score | accuracy | performance
final | outcome
property | characteristic
noisy | noise | variance
spend | budget | allocate | allocation
choose | select | selection | pick
change | alter | modify | edit
improve | enhance | boost
skill | ability | capability | competence
fail | failure | collapse
check | verify | validate | verifiable
limit | bound | constraint
difficult | challenging
step | process | intermediate
word | token
machine | ai | artificial
scientist | science | scientific
emotion | emotional | sentiment
lie | deception | deceptive | dishonest
opinion | stance | belief
trust | trustworthy | reliable
secret | backdoor
consistent | consistency | agree
disagree | conflict | disagreement
cooperate | cooperation | collaboration
compete | competition
danger | risk | unsafe
goal | objective | target
several | multiple | batch | set
rival | opponent
repair | fix | correct
sort | rank | ranking
own | self
random | stochastic | randomized | randomization
`;

const meanings = new Map<string, string[]>();

for (const line of synonyms.trim().split("\n")) {
  const names = line.split(" | ").map(keysOf);
  for (const name of names) {
    const others = names.filter((other) => other !== name && !other.includes(" "));
    meanings.set(name, [...new Set([...(meanings.get(name) ?? []), ...others])]);
  }
}

function keysOf(name: string): string {
  return normalise(name)
    .words.filter(({ stop }) => !stop)
    .map(({ key }) => key)
    .join(" ");
}

/** The keys with the same meaning as a key, or as two keys with a space between them. */
export function relatedKeys(name: string): readonly string[] {
  return meanings.get(name) ?? [];
}
