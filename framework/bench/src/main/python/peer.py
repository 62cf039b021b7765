"""The cases of the bench in PyTorch: prints median microseconds by case as JSON. Usage: peer.py THREADS CASE..."""
import json
import statistics
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

WARM_UP, MEASURE = 1.5, 3.0


def matmul(n):
    a, b = torch.rand(n, n), torch.rand(n, n)
    out = torch.empty(n, n)
    return lambda: torch.mm(a, b, out=out)


def chain(elements):
    x, row = torch.rand(elements // 100, 100), torch.rand(100)
    return lambda: torch.sigmoid(F.relu(x * 2 + row) * 0.5)


def softmax(rows, columns):
    x = torch.rand(rows, columns)
    return lambda: F.softmax(x, 1)


def gelu(rows, columns, grad):
    x, bias = torch.rand(rows, columns, requires_grad=grad), torch.rand(columns, requires_grad=grad)
    weight = torch.rand(rows, columns)

    def call():
        y = F.gelu(x + bias)
        if grad:
            x.grad = bias.grad = None
            (y * weight).sum().backward()
    return call


def layer_norm(rows, columns, grad):
    x, gain, bias = (torch.rand(*shape, requires_grad=grad) for shape in ((rows, columns), (columns,), (columns,)))
    weight = torch.rand(rows, columns)

    def call():
        y = F.layer_norm(x, (columns,), gain, bias)
        if grad:
            x.grad = gain.grad = bias.grad = None
            (y * weight).sum().backward()
    return call


def sparse(nodes, entries, width):
    places = torch.randperm(nodes * nodes)[:entries] if nodes < 5000 else torch.randint(0, nodes * nodes, (entries,))
    s = torch.sparse_coo_tensor(torch.stack((places // nodes, places % nodes)), torch.rand(entries), (nodes, nodes)).coalesce()
    x, weight = torch.rand(nodes, width, requires_grad=True), torch.rand(nodes, width)

    def call():
        x.grad = None
        (torch.sparse.mm(s, x) * weight).sum().backward()
    return call


def stepping(loss, parameters):
    adam = torch.optim.Adam(parameters, 1e-3)

    def call():
        adam.zero_grad(set_to_none=True)
        loss().backward()
        adam.step()
    return call


def perceptron():
    net = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
    x, y = torch.rand(32, 64), torch.arange(32) % 10
    return stepping(lambda: F.cross_entropy(net(x), y), net.parameters())


class Block(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.mix = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.wide, self.narrow = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x):
        batch, tokens, width = x.shape
        q, k, v = self.qkv(self.norm1(x)).view(batch, tokens, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        weights = F.softmax(q @ k.transpose(-2, -1) * (width // self.heads) ** -0.5, -1)
        x = x + self.mix((weights @ v).transpose(1, 2).reshape(batch, tokens, width))
        return x + self.narrow(F.gelu(self.wide(self.norm2(x))))


def transformer():
    net = nn.Sequential(Block(128, 4), Block(128, 4))
    x, y = torch.rand(32, 64, 128), torch.rand(32, 64, 128)
    return stepping(lambda: F.mse_loss(net(x), y), net.parameters())


def runge_kutta():
    net = nn.Sequential(nn.Linear(64, 64), nn.Tanh(), nn.Linear(64, 64))
    start, size = torch.rand(64, 64), 1 / 50

    def loss():
        y = start
        for _ in range(50):
            k1 = net(y)
            k2 = net(y + size / 2 * k1)
            k3 = net(y + size / 2 * k2)
            k4 = net(y + size * k3)
            y = y + size / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
        return (y * y).mean()
    return stepping(loss, net.parameters())


def embedding(lazy):
    table = nn.Embedding(100_000, 16, sparse=lazy)
    net = nn.Sequential(nn.Linear(39 * 16, 64), nn.ReLU(), nn.Linear(64, 1))
    indices, clicked = torch.randint(0, 100_000, (1024, 39)), torch.rand(1024, 1)
    rules = [torch.optim.SparseAdam(table.parameters(), 1e-3), torch.optim.Adam(net.parameters(), 1e-3)] if lazy \
        else [torch.optim.Adam([*table.parameters(), *net.parameters()], 1e-3)]

    def call():
        for rule in rules:
            rule.zero_grad(set_to_none=True)
        F.binary_cross_entropy_with_logits(net(table(indices).flatten(1)), clicked).backward()
        for rule in rules:
            rule.step()
    return call


CASES = {
    **{f'matmul-{n}': lambda n=n: matmul(n) for n in (16, 64, 128, 256, 512, 1024, 2048)},
    **{f'chain-{n}': lambda n=n: chain(n) for n in (10 ** 3, 10 ** 4, 10 ** 5, 10 ** 6, 10 ** 7)},
    'softmax-64x10': lambda: softmax(64, 10),
    'softmax-1024x1000': lambda: softmax(1024, 1000),
    'softmax-8192x64': lambda: softmax(8192, 64),
    'gelu-2048x512': lambda: gelu(2048, 512, False),
    'gelu-2048x512-grad': lambda: gelu(2048, 512, True),
    'layer-norm-64x128': lambda: layer_norm(64, 128, False),
    'layer-norm-2048x512': lambda: layer_norm(2048, 512, False),
    'layer-norm-2048x512-grad': lambda: layer_norm(2048, 512, True),
    'sparse-cora-16-grad': lambda: sparse(2708, 13264, 16),
    'sparse-pubmed-16-grad': lambda: sparse(19717, 108365, 16),
    'mlp-step': perceptron,
    'transformer-step': transformer,
    'rk4-step': runge_kutta,
    'embedding-step': lambda: embedding(False),
    'embedding-lazy-step': lambda: embedding(True),
}


def median(call):
    times, end = [], time.perf_counter() + WARM_UP
    while time.perf_counter() < end:
        call()
    end = time.perf_counter() + MEASURE
    while time.perf_counter() < end or len(times) < 5:
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1e6


if __name__ == '__main__':
    torch.set_num_threads(int(sys.argv[1]))
    torch.manual_seed(0)
    print(json.dumps({name: median(CASES[name]()) for name in sys.argv[2:]}))
