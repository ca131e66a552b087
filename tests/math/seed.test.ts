import { describe, expect, it } from "vitest";
import { restore } from "../../src/math/restore/index.ts";

// Sentences of the seed page of 13 November, each with the formulas that a reader finds in it. The
// abstracts are longer; the parts that are left out have no formula, except two that the restorer
// misses (see its README): all of a second (m+M)K except its K. Nor does it find the reward R in the abstract on
// inverse reinforcement learning.
const damaged: readonly (readonly [string, readonly string[]])[] = [
  [
    "We consider the problem of approximating a function from L^2 by an element of a given m-dimensional space V_m, associated with some feature map varphi, using evaluations of the function at random points x_1,dots,x_n. These distributions introduce dependence between the points that promotes diversity in the selected features varphi(x_i). We first provide a generalized version of volume-rescaled sampling yielding quasi-optimality results in expectation with a number of samples n = O(mlog(m)), that means that the expected L^2 error is bounded by a constant times the best approximation error in L^2. Also, further assuming that the function is in some normed vector space H continuously embedded in L^2, we further prove that the approximation is almost surely bounded by the best approximation error measured in the H-norm. This includes the cases of functions from L^infty or reproducing kernel Hilbert spaces.",
    [
      "L^2",
      "m",
      "V_m",
      "\\varphi",
      "x_1,\\dots,x_n",
      "\\varphi(x_i)",
      "n = O(m\\log(m))",
      "L^2",
      "L^2",
      "H",
      "L^2",
      "H",
      "L^\\infty",
    ],
  ],
  [
    "Inverse reinforcement learning (IRL) aims to infer an agent's preferences (represented as a reward function R) from their behaviour (represented as a policy pi). To do this, we need a behavioural model of how pi relates to R.",
    ["\\pi", "\\pi"],
  ],
  ["G^2RPO: Granular GRPO for Precise Reward in Flow Models", ["^2"]],
  [
    "To address these challenges, we propose a novel Granular-GRPO (G^2RPO ) framework. Experiments demonstrate that our G^2RPO significantly outperforms existing flow-based GRPO baselines,highlighting its effectiveness and robustness.",
    ["^2", "^2"],
  ],
  [
    "This enables agents' actions to better reflect both private signals and observed history, accelerating asymptotic learning speed to Theta_{epsilon}(log(n)), compared to Theta(log(n)) in the non-private regime where privacy budget is infinite. In contrast, under a finite privacy budget epsilon in (0,1), both remain finite, highlighting a stark contrast between private and non-private learning.",
    ["\\Theta_{\\epsilon}(\\log(n))", "\\Theta(\\log(n))", "\\epsilon \\in (0,1)"],
  ],
  [
    "Identifying how much a model {p}_{theta}(Y|X) knows about the stochastic real-world process p(Y|X) it was trained on is important. We propose a general strategy for teaching a model to both approximate p(Y|X) and also estimate the remaining gaps between {p}_{theta}(Y|X) and p(Y|X): train it to predict pairs of independent responses.",
    ["{p}_{\\theta}(Y|X)", "p(Y|X)", "p(Y|X)", "{p}_{\\theta}(Y|X)", "p(Y|X)"],
  ],
  [
    "our theory suggests regularizing the chi^2 divergence between the policies' occupancy measures can be more effective.",
    ["\\chi^2"],
  ],
  [
    "Since m is typically unknown, we assume we only have access to an upper bound M on m. We show that for problems with K actions and horizon T, a simple modification of the successive elimination algorithm has O left( KT + (m+M)K right) CPR. We additionally show that in our setting, any algorithm will suffer additive CPR of Omega left( mK + M right), demonstrating our result is nearly optimal.",
    ["m", "M", "m", "K", "T", "O \\left( KT + (m+M)K \\right)", "\\Omega \\left( mK + M \\right)"],
  ],
  [
    "neither majority voting nor BoN exhibits the desirable scaling with k and the sampling budget N. We prove that when the sampling budget is N=tildeOmega(C^*), the regret of BoM is O(epsilon_{opt}+epsilon_{mathrm{RM}^2C^*/k}), where C^* is the coverage coefficient, epsilon_{RM} is the estimation error of the reward model, and epsilon_{opt} is the estimation error of reward at the optimal response.",
    [
      "k",
      "N",
      "N=\\tilde\\Omega(C^*)",
      "O(\\epsilon_{opt}+\\epsilon_{\\mathrm{RM}^2C^*/k})",
      "C^*",
      "\\epsilon_{RM}",
      "\\epsilon_{opt}",
    ],
  ],
  [
    "the SRRW, parameterized by a positive scalar {\\alpha}, is less likely to transition to states that were highly visited in the past, thus the name. In the context of MCMC sampling on a graph, a recent breakthrough in Doshi et al. (2023) shows that the SRRW achieves O(1/{\\alpha}) decrease in the asymptotic variance for sampling. This asymptotic covariance decreases at rate O(1/{\\alpha}^2) - the performance benefit of using SRRW thereby amplified.",
    ["{\\alpha}", "O(1/{\\alpha})", "O(1/{\\alpha}^2)"],
  ],
];

describe("the seed's formulas", () => {
  it.each(damaged)("%.60s", (text, formulas) => {
    expect(restore(text).spans.map(({ latex }) => latex)).toEqual(formulas);
  });
});
