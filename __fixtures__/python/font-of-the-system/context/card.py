from PIL import Image, ImageDraw, ImageFont

card = Image.new("RGB", (400, 200), "white")
font = ImageFont.truetype("DejaVuSans.ttf", 24)
ImageDraw.Draw(card).text((20, 20), "High water at 7", font=font, fill="black")
card.save("/tmp/card.png")
