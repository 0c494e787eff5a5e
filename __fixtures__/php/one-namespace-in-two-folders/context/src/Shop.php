<?php

namespace Acme;

final class Shop
{
}
