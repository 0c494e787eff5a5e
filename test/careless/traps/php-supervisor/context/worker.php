<?php
while (true) sleep(60);
