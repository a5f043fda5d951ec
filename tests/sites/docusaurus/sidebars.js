module.exports = { docs: ["lamp", "door", "about"] };
