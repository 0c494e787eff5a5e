<?php

return ["name" => "Museum"];
