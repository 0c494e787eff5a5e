<?php
exec('soffice --headless --convert-to pdf --outdir /tmp letter.docx');
exec('dot -Tpng /tmp/graph.dot');
