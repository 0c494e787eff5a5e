<?php

namespace App;

final class Page
{
}
