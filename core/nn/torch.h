// SPDX-License-Identifier: Apache-2.0
// What the networks use of LibTorch, and no more: <torch/torch.h> brings inline templates that every file would compile
// again and throw away, which doubles the time of a build. A file that needs more (optimisers, CUDA, functional forms)
// includes that beside this.
#pragma once

#include <torch/autograd.h>
#include <torch/nn/init.h>
#include <torch/nn/module.h>
#include <torch/nn/modules/container/modulelist.h>
#include <torch/nn/pimpl.h>
#include <torch/types.h>
#include <torch/utils.h>
