import six

print(six.text_type("counted"))
